"""In how many ways a language counts, as gettext writes it down."""

from gettext import c2py

from babel.messages.plurals import get_plural

#: As the catalogues that come with the project have it.
OURS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;",
    "es": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "zh_Hans": "nplurals=1; plural=0;",
}


def plural_rule(locale):
    """The rule of a language (zh_Hans, ht) for the head of a catalogue; unknown ones count as English does."""
    return OURS.get(locale) or f"{get_plural(locale.partition('_')[0]).plural_forms};"


def number_of_forms(locale):
    return int(plural_rule(locale).split("nplurals=")[1].split(";")[0])


def examples(locale):
    """For each form a few numbers that take it: [[1], [0, 2, 3]]."""
    form_of = c2py(plural_rule(locale).split("plural=")[1].rstrip("; "))
    found = [[] for _form in range(number_of_forms(locale))]
    for number in range(200):
        found[form_of(number)].append(number)
    return [numbers[:3] for numbers in found]

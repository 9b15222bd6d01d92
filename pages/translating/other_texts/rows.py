"""Writes many rows at once: only those that are new or say something else than before."""


def write_rows(model, rows, fields, gone=()):
    """Create rows that have no id yet, write these fields of the others, delete what is gone."""
    new, known = [], []
    for row in rows:
        (known if row.pk else new).append(row)
    model.objects.bulk_create(new, batch_size=500)
    names = [name.removesuffix("_id") for name in fields]
    model.objects.bulk_update(known, names, batch_size=200)
    if ids := [row.pk for row in gone]:
        model.objects.filter(pk__in=ids).delete()

"""Writes many rows at once: only those that are new or say something else than before."""


def write_rows(model, rows, fields, gone=()):
    """Create rows that have no id yet, write these fields of the others, delete what is gone."""
    model.objects.bulk_create([row for row in rows if row.pk is None], batch_size=500)
    names = [name.removesuffix("_id") for name in fields]
    model.objects.bulk_update([row for row in rows if row.pk], names, batch_size=200)
    if ids := [row.pk for row in gone]:
        model.objects.filter(pk__in=ids).delete()

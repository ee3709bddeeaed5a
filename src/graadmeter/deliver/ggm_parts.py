"""The pieces of SQL that every join of GGM tables is made of."""


def one(table: str, key: str) -> str:
    """The rows of a table whose key should be unique: of equal keys the first counts."""
    return f"(FROM {table} QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY bestand, regel) = 1)"


def law(field: str) -> str:
    """The law by our code; what is none of ours stays as it is, for the checks to speak of."""
    return f"""CASE WHEN lower({field}) LIKE '%jeugd%' THEN 'jeugdwet'
        WHEN lower({field}) LIKE '%wmo%' OR lower({field}) LIKE '%maatschappelijk%' THEN 'wmo'
        WHEN lower({field}) LIKE '%participatie%' THEN 'participatiewet' ELSE {field} END"""

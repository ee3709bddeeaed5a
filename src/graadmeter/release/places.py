"""The names of the files in a release folder; nothing else may stand in one."""

MANIFEST = "manifest.json"
CELLS = "open/cells.parquet"
CELLS_CSV = "open/cells.csv"
CATALOGUE = "open/catalogue.json"
REGION = "open/region.json"
LINEAGE = "open/lineage.parquet"
DELIVERIES = "open/deliveries.json"
CHANGES = "open/changes.csv"
DEFINITION_CHANGES = "open/definition_changes.csv"
COMPLETENESS = "open/completeness.parquet"
INHABITANTS = "open/inhabitants.parquet"
COMPARISON = "open/comparison.parquet"
COMPARISON_CSV = "open/comparison.csv"
NEIGHBOURS = "open/neighbours.csv"
RULES = "open/rules.parquet"
RULES_CSV = "open/rules.csv"
RULE_COMPARISON = "open/rule_comparison.parquet"
RULE_COMPARISON_CSV = "open/rule_comparison.csv"
INTERVENTIONS = "open/interventions.parquet"
INTERVENTIONS_CSV = "open/interventions.csv"
INTERVENTION_COURSE = "open/intervention_course.parquet"
AUDIT_JSON = "audit/report.json"
AUDIT_TEXT = "audit/report.md"

CONTENT = (
    *(CELLS, CELLS_CSV, CATALOGUE, REGION, LINEAGE, DELIVERIES, CHANGES, DEFINITION_CHANGES, COMPLETENESS),
    *(INHABITANTS, COMPARISON, COMPARISON_CSV, NEIGHBOURS, RULES, RULES_CSV, RULE_COMPARISON, RULE_COMPARISON_CSV),
    *(INTERVENTIONS, INTERVENTIONS_CSV, INTERVENTION_COURSE),
    *(AUDIT_JSON, AUDIT_TEXT),
)
"""Every file but the manifest, which names them with their hashes."""

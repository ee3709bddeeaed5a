"""Provider is not the assigned one."""

from graadmeter.domain.checks import Check, Example
from graadmeter.domain.findings import Severity, Tier
from graadmeter.domain.text import Text

CHECK = Check(
    code="GM-AANB1",
    table="prestatie",
    tier=Tier.ACROSS_FILES,
    severity=Severity.QUESTION,
    fields=("aanbieder", "toewijzingnummer"),
    title=Text("Aanbieder is niet de toegewezen aanbieder", "Provider is not the assigned one"),
    message=Text(
        ("Aanbieder {aanbieder} meldt hulp op toewijzing {toewijzingnummer}, die aan een andere aanbieder is gegeven."),
        ("Provider {aanbieder} reports care on assignment {toewijzingnummer}, which was given to another provider."),
    ),
    remedy=Text("Controleer het toewijzingnummer en de AGB-code.", "Check the assignment number and the AGB code."),
    source="iStandaarden OP276",
    wrong="r.aanbieder <> toewijzing.aanbieder",
    also={"start": "", "stop": "", "voorziening": ""},
    fine=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},)},
            table="start",
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},)},
            table="stop",
        ),
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "aanbieder": "41410001"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},)},
            table="voorziening",
        ),
    ),
    faulty=(
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410002"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},)},
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410002"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},)},
            table="start",
        ),
        Example(
            ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410002"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},)},
            table="stop",
        ),
        Example(
            ({"wet": "jeugdwet", "toewijzingnummer": "1", "aanbieder": "41410002"},),
            other={"toewijzing": ({"domein": "jw", "toewijzingnummer": "1", "aanbieder": "41410001"},)},
            table="voorziening",
        ),
    ),
)

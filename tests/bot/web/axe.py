"""axe-core in a page: what it finds against WCAG 2.2 AA and good practice, in a line each."""

from hashlib import sha256
from pathlib import Path
from typing import Any

from playwright.async_api import Page

FOLDER = Path(__file__).parents[2] / "vendor" / "axe-core"
SCRIPT = (FOLDER / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """([tags, rules]) => axe.run(document, {
    runOnly: rules ? {type: "rule", values: rules} : {type: "tag", values: tags},
    resultTypes: ["violations"],
    rules: rules ? {} : {"target-size": {enabled: true}},
})"""
COLOURS = ["color-contrast", "link-in-text-block"]  # all that a change of scheme can change


async def violations(page: Page, *, colours_only: bool = False) -> list[str]:
    """What is wrong with the page as it stands; `colours_only` after a mere change of scheme."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(SCRIPT)
    told = await page.evaluate(RUN, [TAGS, COLOURS if colours_only else None])
    return [_line(rule, node) for rule in told["violations"] for node in rule["nodes"]]


def _line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    why = (node["any"] or node["all"] or node["none"] or [{"message": ""}])[0]["message"]
    return f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['html'][:90]} ({why})"


def as_named() -> bool:
    """Whether the script is the one that ORIGIN.md names."""
    sum_of = sha256((FOLDER / "axe.min.js").read_bytes()).hexdigest()
    return sum_of in (FOLDER / "ORIGIN.md").read_text("utf-8")

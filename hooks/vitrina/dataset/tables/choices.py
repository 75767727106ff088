"""The few ids that some columns hold, each with its title in both languages."""

from vitrina.dataset.languages import Both

STAGES = {
    "plan": Both("план", "plan"),
    "approved": Both("бюджет как утверждён", "budget as approved"),
    "revised": Both("уточнённый план", "revised plan"),
    "actual": Both("факт", "actual"),
}
STATUSES = {
    "no-data": Both("нет данных", "no data"),
    "not-applicable": Both("не применимо", "not applicable"),
    "not-published": Both("не опубликовано", "not published"),
}
REQUISITE_STATUSES = {
    "left-blank": Both("в документе оставлено пустым", "left blank in the document"),
    **STATUSES,
}
DOCUMENT_KINDS = {
    "edition": Both("редакция", "edition"),
    "report": Both("отчёт", "report"),
    "appendix": Both("приложение", "appendix"),
}
COVERS = {
    "whole": Both("вся программа", "the whole programme"),
    "part": Both("часть программы", "a part of the programme"),
}
PUBLICATIONS = {
    "published": Both("опубликован", "published"),
    "missing": Both("не опубликован", "not published"),
}
ADOPTIONS = {
    "draft": Both("проект", "draft"),
    "adopted": Both("утверждён", "adopted"),
}
LINE_KINDS = {
    "programme": Both("программа", "programme"),
    "subprogramme": Both("подпрограмма", "subprogramme"),
    "measure": Both("мероприятие", "measure"),
}
GOAL_KINDS = {
    "goal": Both("цель", "goal"),
    "task": Both("задача", "task"),
    "priority": Both("приоритет", "priority"),
    "direction": Both("направление", "direction"),
    "result": Both("ожидаемый результат", "expected result"),
    "risk": Both("риск", "risk"),
}
LEVELS = {
    "preschool": Both("дошкольное образование", "preschool education"),
    "general": Both("общее образование", "general education"),
    "supplementary": Both("дополнительное образование", "supplementary education"),
}
WHOSE = {
    "document": Both("документ", "document"),
    "ours": Both("наше сопоставление", "our own matching"),
}
INDICATOR_KINDS = {
    "target": Both("целевой показатель", "target indicator"),
    "mentioned": Both("упомянут в тексте", "mentioned in the text"),
}
DIRECTIONS = {
    "rising": Both("чем больше, тем лучше", "the more, the better"),
    "falling": Both("чем меньше, тем лучше", "the less, the better"),
    "steady": Both("лучше без перемен", "best unchanged"),
    "none": Both("не лучше и не хуже", "neither better nor worse"),
}
SOURCE_STATUSES = {
    "named": Both("источник назван", "source named"),
    "not-named": Both("источник не назван", "source not named"),
}
OBSERVATION_STAGES = {
    "baseline": Both("исходное значение", "baseline"),
    "plan": STAGES["plan"],
    "actual": STAGES["actual"],
    "estimate": Both("оценка", "estimate"),
    "forecast": Both("прогноз", "forecast"),
}
PERIOD_STATUSES = {"no-data": STATUSES["no-data"]}
SIGNS = {
    "=": Both("ровно", "exactly"),
    "≥": Both("не меньше", "at least"),
    ">": Both("больше", "more than"),
    "≤": Both("не больше", "at most"),
}
PARTS = {
    "all": Both("все части", "all the parts"),
    "some": Both("часть из них", "some of them"),
}
YES_OR_NO = {
    "yes": Both("да", "yes"),
    "no": Both("нет", "no"),
}
COMPLETION_STATES = {
    "done": Both("выполнено", "done"),
    "partly": Both("выполнено частично", "partly done"),
    "not-done": Both("не выполнено", "not done"),
}
ASSIGNMENT_STAGES = {
    "plan": STAGES["plan"],
    "actual": STAGES["actual"],
}
RULES = {
    "tolerance-percent": Both("допуск, %", "tolerance, %"),
    "steady-tolerance-percent": Both("допуск для показателей без перемен, %", "tolerance of steady indicators, %"),
    "evaluation": Both("способ оценки", "method of evaluation"),
}
RULE_MAKERS = {
    "document": Both("документ", "document"),
    "ours": Both("наше правило", "our own rule"),
}
EVALUATION_METHODS = {
    "ratio": Both("отношение факта к плану, не больше 1", "actual to plan, at most 1"),
    "ratio-130": Both("отношение факта к плану, не больше 1,3", "actual to plan, at most 1.3"),
    "achievement-spending": Both("достижение показателей и расходы", "achievement and spending"),
}
AUDIENCES = {
    "parent": Both("родитель", "parent"),
    "resident": Both("житель", "resident"),
    "journalist": Both("журналист", "journalist"),
    "deputy": Both("депутат", "deputy"),
    "auditor": Both("проверяющий", "auditor"),
}
ANSWERED = {
    "yes": Both("отвечает", "answered"),
    "no": Both("не отвечает", "not answered"),
}
PASSPORT_FIELDS = {
    "kind": Both("вид программы", "kind of programme"),
    "name": Both("наименование программы", "name of the programme"),
    "basis": Both("основание для разработки", "basis for drawing it up"),
    "executor": Both("ответственный исполнитель", "responsible executor"),
    "coexecutor": Both("соисполнитель", "co-executor"),
    "period": Both("сроки реализации", "period"),
    "indicators": Both("перечень показателей", "list of indicators"),
    "resources": Both("ресурсное обеспечение", "resources"),
}
TOTALS_CHECKED = {
    "by-year": Both("итог года по источникам", "a year's total over the sources"),
    "by-source": Both("итог источника по годам", "a source's total over the years"),
    "grand": Both("общий итог", "the grand total"),
    "by-line": Both("сумма строки по её частям", "a line's amount over its parts"),
    "of-which": Both("сумма по строкам «в том числе»", "an amount over its “of which” rows"),
    "by-administrator": Both("сумма по главным распорядителям", "an amount over its chief administrators"),
}
TEXTS = {
    "purpose": Both("на что деньги", "what the money is for"),
    "covers": Both("что входит в программу", "what the programme takes in"),
}
FIGURES_IN_WORDS = {
    "ones": Both("в единицах", "in ones"),
    "thousands": Both("в тысячах", "in thousands"),
    "millions": Both("в миллионах", "in millions"),
    "none": Both("числа нет", "no figure"),
}
UNIT_KINDS = {
    "counted": Both("считают поштучно", "counted one by one"),
    "measured": Both("измеряют", "measured"),
    "share": Both("доля целого", "a share of a whole"),
    "rate": Both("темп или выполнение", "a growth or a fulfilment"),
    "signed": Both("бывает меньше нуля", "may be below zero"),
}

"""The few ids that some columns hold, each with its title in Russian."""

STAGES = {
    "plan": "план",
    "approved": "бюджет как утверждён",
    "revised": "уточнённый план",
    "actual": "факт",
}
STATUSES = {
    "no-data": "нет данных",
    "not-applicable": "не применимо",
    "not-published": "не опубликовано",
}
REQUISITE_STATUSES = {
    "left-blank": "в документе оставлено пустым",
    **STATUSES,
}
DOCUMENT_KINDS = {
    "edition": "редакция",
    "report": "отчёт",
    "appendix": "приложение",
}
COVERS = {
    "whole": "вся программа",
    "part": "часть программы",
}
PUBLICATIONS = {
    "published": "опубликован",
    "missing": "не опубликован",
}
ADOPTIONS = {
    "draft": "проект",
    "adopted": "утверждён",
}
LINE_KINDS = {
    "programme": "программа",
    "subprogramme": "подпрограмма",
    "measure": "мероприятие",
}
GOAL_KINDS = {
    "goal": "цель",
    "task": "задача",
    "priority": "приоритет",
    "direction": "направление",
    "result": "ожидаемый результат",
    "risk": "риск",
}
LEVELS = {
    "preschool": "дошкольное образование",
    "general": "общее образование",
    "supplementary": "дополнительное образование",
}
WHOSE = {
    "document": "документ",
    "ours": "наше сопоставление",
}
INDICATOR_KINDS = {
    "target": "целевой показатель",
    "mentioned": "упомянут в тексте",
}
DIRECTIONS = {
    "rising": "чем больше, тем лучше",
    "falling": "чем меньше, тем лучше",
    "steady": "лучше без перемен",
    "none": "не лучше и не хуже",
}
SOURCE_STATUSES = {
    "named": "источник назван",
    "not-named": "источник не назван",
}
OBSERVATION_STAGES = {
    "baseline": "исходное значение",
    "plan": STAGES["plan"],
    "actual": STAGES["actual"],
    "estimate": "оценка",
    "forecast": "прогноз",
}
PERIOD_STATUSES = {"no-data": STATUSES["no-data"]}
SIGNS = {
    "=": "ровно",
    "≥": "не меньше",
    ">": "больше",
    "≤": "не больше",
}
PARTS = {
    "all": "все части",
    "some": "часть из них",
}
YES_OR_NO = {
    "yes": "да",
    "no": "нет",
}
COMPLETION_STATES = {
    "done": "выполнено",
    "partly": "выполнено частично",
    "not-done": "не выполнено",
}
ASSIGNMENT_STAGES = {
    "plan": STAGES["plan"],
    "actual": STAGES["actual"],
}
RULES = {
    "tolerance-percent": "допуск, %",
    "steady-tolerance-percent": "допуск для показателей без перемен, %",
    "evaluation": "способ оценки",
}
RULE_MAKERS = {
    "document": "документ",
    "ours": "наше правило",
}
EVALUATION_METHODS = ("ratio", "ratio-130", "achievement-spending")
AUDIENCES = {
    "parent": "родитель",
    "resident": "житель",
    "journalist": "журналист",
    "deputy": "депутат",
    "auditor": "проверяющий",
}
ANSWERED = {
    "yes": "отвечает",
    "no": "не отвечает",
}
PASSPORT_FIELDS = {
    "kind": "вид программы",
    "name": "наименование программы",
    "basis": "основание для разработки",
    "executor": "ответственный исполнитель",
    "coexecutor": "соисполнитель",
    "period": "сроки реализации",
    "indicators": "перечень показателей",
    "resources": "ресурсное обеспечение",
}
TOTALS_CHECKED = {
    "by-year": "итог года по источникам",
    "by-source": "итог источника по годам",
    "grand": "общий итог",
    "by-line": "сумма строки по её частям",
    "of-which": "сумма по строкам «в том числе»",
    "by-administrator": "сумма по главным распорядителям",
}
TEXTS = {
    "purpose": "на что деньги",
    "covers": "что входит в программу",
}
FIGURES_IN_WORDS = {
    "ones": "в единицах",
    "thousands": "в тысячах",
    "millions": "в миллионах",
    "none": "числа нет",
}
UNIT_KINDS = {
    "counted": "считают поштучно",
    "measured": "измеряют",
    "share": "доля целого",
    "rate": "темп или выполнение",
    "signed": "бывает меньше нуля",
}

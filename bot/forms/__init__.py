"""The forms that operators keep: registration list, processing sheet, return visits, their report.

One form is one value, which `bot.ruling` draws as PDF and `workbook` writes as XLSX.
"""

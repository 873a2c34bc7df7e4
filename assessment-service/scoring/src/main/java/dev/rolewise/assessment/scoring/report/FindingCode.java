package dev.rolewise.assessment.scoring.report;

/** What a report can find beside its verdict, in rule order. */
public enum FindingCode {
  SUPPORT_PRODUCT,
  SUPPORT_PROJECT,
  SUPPORT_PROGRAMME,
  ALIGN_PROGRAMME,
  NAME_AN_OWNER,
  ROLE_PRESENT,
  UNIFORM_STRUGGLE
}

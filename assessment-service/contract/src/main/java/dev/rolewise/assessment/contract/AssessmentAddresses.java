package dev.rolewise.assessment.contract;

import java.util.List;

/**
 * Event bus addresses of the assessment service, version 1. Requests and replies are JsonObjects
 * unless noted; the records beside this class map them. Every request that needs a right carries
 * {@code token}, the bearer secret as text; ids in a body never widen that right.
 */
public final class AssessmentAddresses {
  /** {@code CreateTeam}, {@code session} beside it when signed in -> {@code TeamCreated}. */
  public static final String TEAM_CREATE = "assessment.v1.team.create";

  /** {@code TokenRequest} -> {@code Team}. */
  public static final String TEAM_GET = "assessment.v1.team.get";

  /** {@code UpdateTeam} -> {@code Team}. */
  public static final String TEAM_UPDATE = "assessment.v1.team.update";

  /** {@code TokenRequest} -> empty object; every row of the team is gone. */
  public static final String TEAM_DELETE = "assessment.v1.team.delete";

  /** {@code TokenRequest} -> {@code NewToken.organiser}; the old token dies at once. */
  public static final String ORGANISER_ROTATE = "assessment.v1.organiser.rotate";

  /** {@code RecoverOrganiser} -> {@code NewToken.organiser}; the old token dies at once. */
  public static final String ORGANISER_RECOVER = "assessment.v1.organiser.recover";

  /** {@code OpenRound} -> {@code RoundOpened}. */
  public static final String ROUND_OPEN = "assessment.v1.round.open";

  /** {@code TokenRequest} -> {@code {"items":[Round]}}, oldest first. */
  public static final String ROUND_LIST = "assessment.v1.round.list";

  /** {@code RoundRequest} -> {@code Round}. */
  public static final String ROUND_GET = "assessment.v1.round.get";

  /** {@code UpdateRound} -> {@code Round}. */
  public static final String ROUND_UPDATE = "assessment.v1.round.update";

  /** {@code RoundRequest} -> empty object; every row of the round is gone. */
  public static final String ROUND_DELETE = "assessment.v1.round.delete";

  /** {@code RoundRequest} -> {@code Round}; a second close changes nothing. */
  public static final String ROUND_CLOSE = "assessment.v1.round.close";

  /** {@code RoundRequest} -> {@code Round}; 409 {@code nothing-held-back} unless sheets wait. */
  public static final String ROUND_REOPEN = "assessment.v1.round.reopen";

  /** {@code RoundRequest} -> {@code NewToken.member}; the old member token dies at once. */
  public static final String MEMBER_ROTATE = "assessment.v1.member.rotate";

  /** {@code CreateShare} -> {@code ShareCreated}; the token is told once. */
  public static final String SHARE_CREATE = "assessment.v1.share.create";

  /** {@code TokenRequest} -> {@code {"items":[Share]}}, those that expire last at the end. */
  public static final String SHARE_LIST = "assessment.v1.share.list";

  /** {@code ShareRequest} -> empty object; the link dies at once. */
  public static final String SHARE_DELETE = "assessment.v1.share.delete";

  /** {@code WriteAction} -> {@code Action}; 409 {@code too-many-actions} beyond a hundred. */
  public static final String ACTION_CREATE = "assessment.v1.action.create";

  /** {@code TokenRequest} -> {@code {"items":[Action]}}, open ones first. */
  public static final String ACTION_LIST = "assessment.v1.action.list";

  /** {@code WriteAction} with the {@code action}'s id -> {@code Action}. */
  public static final String ACTION_UPDATE = "assessment.v1.action.update";

  /** {@code ActionRequest} -> empty object. */
  public static final String ACTION_DELETE = "assessment.v1.action.delete";

  /** {@code HideComment} -> {@code {id, hidden}}. */
  public static final String COMMENT_UPDATE = "assessment.v1.comment.update";

  /** {@code LocaleRequest} (member token or ticket) -> {@code Participation}. */
  public static final String PARTICIPATION_GET = "assessment.v1.participation.get";

  /**
   * {@code TokenRequest} (member token, entry "open" or "signed-in"; the latter with {@code
   * session} beside the token) -> {@code TicketDrawn}.
   */
  public static final String TICKET_DRAW = "assessment.v1.ticket.draw";

  /** {@code SubmitSheet} (ticket) -> {@code SheetAccepted}. */
  public static final String SHEET_SUBMIT = "assessment.v1.sheet.submit";

  /** {@code ReportRequest} -> Buffer with the rendered report; header {@code language}. */
  public static final String REPORT_GET = "assessment.v1.report.get";

  /** {@code RoundRequest} -> Buffer with the numbers behind the report, in no language. */
  public static final String REPORT_BUNDLE_GET = "assessment.v1.report-bundle.get";

  /**
   * {@code ReportRequest} -> Buffer with the report of a closed round as CSV; headers {@code
   * language} and {@code file}.
   */
  public static final String REPORT_CSV_GET = "assessment.v1.report-csv.get";

  /** The same as a workbook. */
  public static final String REPORT_XLSX_GET = "assessment.v1.report-xlsx.get";

  /** The same as pages of A4. */
  public static final String REPORT_PDF_GET = "assessment.v1.report-pdf.get";

  /** {@code LocaleRequest} (organiser) -> Buffer with the team's closed rounds, oldest first. */
  public static final String TREND_GET = "assessment.v1.trend.get";

  /** {@code LocaleRequest} -> Buffer; headers {@code language} and {@code etag}. */
  public static final String EXAMPLE_REPORT_GET = "assessment.v1.example-report.get";

  /** {@code LocaleRequest} -> Buffer; headers {@code language} and {@code etag}. */
  public static final String PRIVACY_GET = "assessment.v1.privacy.get";

  /** {@code BeginLogin} -> {@code LoginBegun}. */
  public static final String SESSION_BEGIN = "assessment.v1.session.begin";

  /** {@code TakeLogin} -> {@code LoginTaken}; 404 unless begun here, not long ago and not taken. */
  public static final String SESSION_TAKE = "assessment.v1.session.take";

  /** {@code CreateSession} -> {@code SessionCreated}. */
  public static final String SESSION_CREATE = "assessment.v1.session.create";

  /**
   * {@code SessionRequest} -> {@code SessionState}; 401 {@code sign-in-needed} when it has ended.
   */
  public static final String SESSION_GET = "assessment.v1.session.get";

  /** {@code SessionRequest} -> empty object; ending a session that has ended is fine. */
  public static final String SESSION_END = "assessment.v1.session.end";

  /** {@code SessionRequest} with a team -> {@code SessionToken}; 404 when it owns no such team. */
  public static final String SESSION_ORGANISER = "assessment.v1.session.organiser";

  /**
   * {@code ClaimTeam} -> {@code SessionState.OwnTeam}; 404 unless the token is that of a link. A
   * team that is theirs already stays so.
   */
  public static final String SESSION_CLAIM = "assessment.v1.session.claim";

  /**
   * {@code LeaveTeam} -> empty object; 404 when it owns no such team, 409 {@code last-owner} when
   * nobody else does and that matters.
   */
  public static final String SESSION_LEAVE = "assessment.v1.session.leave";

  /** Published {@code TurnoutHint} after a change of a round; a hint, never the only copy. */
  public static final String TURNOUT_HINT = "assessment.v1.turnout";

  private static final List<String> REQUESTS =
      List.of(
          TEAM_CREATE,
          TEAM_GET,
          TEAM_UPDATE,
          TEAM_DELETE,
          ORGANISER_ROTATE,
          ORGANISER_RECOVER,
          ROUND_OPEN,
          ROUND_LIST,
          ROUND_GET,
          ROUND_UPDATE,
          ROUND_DELETE,
          ROUND_CLOSE,
          ROUND_REOPEN,
          MEMBER_ROTATE,
          SHARE_CREATE,
          SHARE_LIST,
          SHARE_DELETE,
          ACTION_CREATE,
          ACTION_LIST,
          ACTION_UPDATE,
          ACTION_DELETE,
          COMMENT_UPDATE,
          PARTICIPATION_GET,
          TICKET_DRAW,
          SHEET_SUBMIT,
          REPORT_GET,
          REPORT_BUNDLE_GET,
          REPORT_CSV_GET,
          REPORT_XLSX_GET,
          REPORT_PDF_GET,
          TREND_GET,
          EXAMPLE_REPORT_GET,
          PRIVACY_GET,
          SESSION_BEGIN,
          SESSION_TAKE,
          SESSION_CREATE,
          SESSION_GET,
          SESSION_END,
          SESSION_ORGANISER,
          SESSION_CLAIM,
          SESSION_LEAVE);

  private AssessmentAddresses() {}

  /**
   * Returns every request address, hints excluded.
   *
   * @return the addresses in the order of this class
   */
  public static List<String> requests() {
    return REQUESTS;
  }
}

package dev.rolewise.systemtest;

import java.util.List;

/** What people type who want something else to happen than that it is shown. */
final class HostileTexts {

  private HostileTexts() {}

  /** Short enough for every field; each script, should it run, leaves window.__ran behind. */
  static final List<String> ALL =
      List.of(
          "<script>window.__ran=1</script>",
          "<img src=x onerror=window.__ran=1>",
          "\"><svg onload=window.__ran=1>",
          "'-window.__ran=1-'",
          "javascript:window.__ran=1",
          "{{constructor.constructor('window.__ran=1')()}}",
          "${window.__ran=1}",
          "</title><script>window.__ran=1</script>",
          "<a href=javascript:window.__ran=1>x</a>",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "-1+1",
          "@SUM(1,1)",
          "\t=1+1",
          "\r=1+1",
          "=HYPERLINK(\"http://x\",\"y\")",
          "line one\nline two",
          "line one\r\n12:00:00 WARN forged=1",
          "bell\u0007 and escape \u001b[31mred",
          "nul\u0000nul",
          "turned \u202Eround\u202C",
          "separator\u2028paragraph\u2029",
          "'; drop table team; --",
          "%n%s%x ${jndi:ldap://x/y}",
          "👩‍👩‍👧 é ё 漢");
}

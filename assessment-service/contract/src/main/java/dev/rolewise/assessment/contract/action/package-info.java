/** What a team has agreed to do; the one place where a name may stand. */
package dev.rolewise.assessment.contract.action;

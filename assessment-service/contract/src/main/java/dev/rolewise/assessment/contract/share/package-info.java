/** Links that read one report. */
package dev.rolewise.assessment.contract.share;

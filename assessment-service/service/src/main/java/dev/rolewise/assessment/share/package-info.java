/** Links that read one report: made, listed, withdrawn. */
package dev.rolewise.assessment.share;

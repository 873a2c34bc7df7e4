/** Reports: stored as codes and numbers, rendered in the reader's language. */
package dev.rolewise.assessment.report;

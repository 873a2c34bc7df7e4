/** The file that carries the numbers behind a report: written, read strictly, compared. */
package dev.rolewise.assessment.bundle;

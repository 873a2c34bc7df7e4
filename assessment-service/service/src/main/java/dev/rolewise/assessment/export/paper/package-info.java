/** A report on paper: pages of A4 that can be read aloud as well as printed. */
package dev.rolewise.assessment.export.paper;

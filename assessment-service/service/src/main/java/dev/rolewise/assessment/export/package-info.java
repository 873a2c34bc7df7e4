/** Reports as files: made of the report that somebody may read, and of nothing else. */
package dev.rolewise.assessment.export;

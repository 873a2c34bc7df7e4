/** Drawing a ticket and handing in a sheet, once. */
package dev.rolewise.assessment.sheet;

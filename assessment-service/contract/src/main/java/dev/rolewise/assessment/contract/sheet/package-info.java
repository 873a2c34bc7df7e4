/** Messages about tickets and answer sheets. */
package dev.rolewise.assessment.contract.sheet;

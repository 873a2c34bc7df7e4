/** Messages about rounds. */
package dev.rolewise.assessment.contract.round;

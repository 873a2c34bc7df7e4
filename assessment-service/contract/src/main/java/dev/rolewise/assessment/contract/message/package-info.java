/** Reading and checking messages. */
package dev.rolewise.assessment.contract.message;

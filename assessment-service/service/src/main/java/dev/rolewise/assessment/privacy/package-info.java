/** The promise, in words and as the live schema. */
package dev.rolewise.assessment.privacy;

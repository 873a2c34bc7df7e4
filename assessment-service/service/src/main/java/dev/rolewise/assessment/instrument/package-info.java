/** The questionnaire: fetched once, checked, stored with each round. */
package dev.rolewise.assessment.instrument;

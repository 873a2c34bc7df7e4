/** What the assessment service promises on the event bus: addresses, codes, golden messages. */
package dev.rolewise.assessment.contract;

/** The assessment service: wiring, settings and the program. */
package dev.rolewise.assessment;

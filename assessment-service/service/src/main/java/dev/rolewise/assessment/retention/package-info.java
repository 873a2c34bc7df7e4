/** What goes by itself after a while. */
package dev.rolewise.assessment.retention;

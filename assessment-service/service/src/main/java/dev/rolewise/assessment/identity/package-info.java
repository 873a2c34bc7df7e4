/** Who is signed in, where an organisation wants that: attempts, sessions, owners of teams. */
package dev.rolewise.assessment.identity;

/** Messages about signing in: the way to the issuer and back, and the session that follows. */
package dev.rolewise.assessment.contract.session;

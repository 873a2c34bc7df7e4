/** The draft of a role's profile: what to put together from a role and the words around it. */
package dev.rolewise.content.brief;

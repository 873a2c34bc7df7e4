/**
 * The front end's files. {@link dev.rolewise.gateway.site.SiteFiles} reads them all from the class
 * path when the gateway starts; {@link dev.rolewise.gateway.site.SiteHandler}, mounted last,
 * answers with them; {@link dev.rolewise.gateway.site.SecurityText} says where to report a
 * weakness.
 */
package dev.rolewise.gateway.site;

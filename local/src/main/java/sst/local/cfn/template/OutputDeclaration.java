package sst.local.cfn.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One output as the template declares it.
 *
 * @param name the output's name
 * @param description empty when there is none
 * @param condition the condition it hangs on; empty when it is always there
 * @param value with intrinsics
 * @param exportName with intrinsics; a missing node when nothing is exported
 */
public record OutputDeclaration(
        String name, String description, String condition, JsonNode value, JsonNode exportName) {}

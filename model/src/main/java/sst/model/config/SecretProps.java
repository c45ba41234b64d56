package sst.model.config;

import sst.model.schema.declare.Construct;

/** A secret of a stage; its value is set by {@code sst secrets set}, never in the config (SST v2: {@code Config.Secret}). */
@Construct(
        value = "secret",
        doc = "A secret, set outside the config and read in handlers by name.",
        handle = Secret.class)
public record SecretProps() {}

package sst.local.cfn.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.cfn.reference.SecureValues;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.cfn.template.TemplateError;

/** A provider that gets secrets where the stack keeps references to them. */
record Revealing(ResourceProvider provider, SecureValues values) implements ResourceProvider {
    @Override
    public String type() {
        return provider.type();
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        return provider.create(revealed(request));
    }

    @Override
    public boolean waits() {
        return provider.waits();
    }

    /** A reference that stays the same stands for the same value, so before and after are told apart by references. */
    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return provider.update(revealed(request), current, lenient(before));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        provider.delete(request.with(lenient(request.properties())), current);
    }

    private ResourceRequest revealed(ResourceRequest request) {
        return request.with(values.reveal(request.properties()));
    }

    /** A secret may be gone before what was made with it. */
    private ObjectNode lenient(ObjectNode properties) {
        try {
            return values.reveal(properties);
        } catch (TemplateError gone) {
            return properties;
        }
    }
}

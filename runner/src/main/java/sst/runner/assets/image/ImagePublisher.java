package sst.runner.assets.image;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import sst.runner.aws.ImagePort.Login;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.AssetPublished;
import sst.runner.deploy.pace.Patience;

/**
 * Brings images into their repositories: those that are there are not built, the others one after another, because
 * docker itself builds in parallel. A registry is logged in to once.
 */
public final class ImagePublisher {
    private final Docker docker;
    private final Patience patience;
    private final Consumer<DeployEvent> events;

    public ImagePublisher(Docker docker, Patience patience, Consumer<DeployEvent> events) {
        this.docker = docker;
        this.patience = patience;
        this.events = events;
    }

    /** @throws sst.model.diagnostic.CloudError when there is no docker, or it fails */
    public void publish(List<Image> wanted) throws InterruptedException {
        Map<String, Image> distinct = new LinkedHashMap<>();
        wanted.forEach(one -> distinct.put(one.repository() + ":" + one.tag(), one));
        Set<String> registries = new HashSet<>();
        int done = 0;
        for (Image image : distinct.values()) {
            boolean there = patience.call(
                    "the image " + image.asset().name(), () -> image.images().has(image.repository(), image.tag()));
            if (!there) {
                build(image, registries);
            }
            events.accept(new AssetPublished(image.asset().name(), 0, ++done, distinct.size()));
        }
    }

    private void build(Image image, Set<String> registries) throws InterruptedException {
        String local = "cdkasset-" + image.asset().id();
        docker.build(image.asset().source(), local);
        Login login = patience.call("the registry", image.images()::login);
        if (registries.add(login.registry())) {
            docker.login(login);
        }
        docker.push(local, login.registry() + "/" + image.repository() + ":" + image.tag());
    }
}

package sst.model.site;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A web site of files (SST v2: {@code constructs/StaticSite.ts}). */
@Construct(
        value = "staticSite",
        doc = "A web site of files, built and served by CloudFront from a bucket.",
        handle = StaticSite.class)
public record StaticSiteProps(
        @Nullable @Prop(value = "The site's folder.", defaultsTo = ".", example = "'packages/web'") String path,
        @Nullable @Prop(value = "What builds the site, run in its folder.", example = "'npm run build'")
                String buildCommand,
        @Nullable
                @Prop(
                        value = "The folder of what is served, below the site's folder.",
                        defaultsTo = ".",
                        example = "'dist'")
                String buildOutput,
        @Nullable @Prop(value = "The page that the address alone means.", defaultsTo = "index.html") String indexPage,
        @Nullable
                @Prop(
                        value = "The page instead of one that does not exist; 'redirect_to_index_page' for the index"
                                + " page.",
                        defaultsTo = "redirect_to_index_page",
                        example = "'404.html'")
                String errorPage,
        @Prop(
                        value = "Variables of the build. Values of other constructs are put into pages and scripts at"
                                + " deploy.",
                        example = "VITE_API_URL: 'https://api.example.com'")
                Map<String, String> environment,
        @Prop(
                        value = "Texts that are replaced in files at deploy.",
                        example = "files: '**/*.html', search: '{{ NAME }}', replace: 'notes'")
                List<ReplaceValue> replaceValues,
        @Nullable @Prop(value = "Whether files of former deploys are deleted.", defaultsTo = "true") Boolean purgeFiles,
        @Nullable @Prop(value = "Whether a deploy waits until CloudFront shows the new files.", defaultsTo = "false")
                Boolean waitForInvalidation,
        @Nullable @Prop(value = "How files are served.", example = "textEncoding: 'utf-8'") SiteAssets assets,
        @Prop(
                        value = "CDK props of the bucket and the distribution, merged last; or a closure that returns"
                                + " a bucket.",
                        example = "distribution: [comment: 'Notes']")
                Map<String, CdkOverride> cdk) {}

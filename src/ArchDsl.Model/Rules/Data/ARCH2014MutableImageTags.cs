namespace ArchDsl.Model;

/// <summary>An image tag can be moved to another image.</summary>
internal sealed class MutableImageTags : Rule
{
    public override string Id => "ARCH2014";

    public override string Title => "Image tags can be moved";

    public override string Message => "The tags in {0} can be moved: whoever may push can put another image behind a tag that is deployed already. Set ImmutableTags = true, and push each build under a tag of its own.";

    public override string Description => "A tag that stays what it is makes a deployment repeatable, and keeps an intruder from slipping an image under the next task that starts.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["ECR.2", "CKV_AWS_51", "AWS-0031", "CT.ECR.PR.3"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from repository in architecture.Topology.Components.OfType<ImageRepository>()
        where !repository.ImmutableTags
        select new Finding(
            Id,
            new Place(repository.OriginOf(nameof(EcrAttribute.ImmutableTags)), Cure.SetArgument, "ImmutableTags = true"),
            EquatableArray.Of(architecture.NameOf(repository.Path)),
            []);
}

namespace ArchDsl.Model;

/// <summary>Images are not scanned for known vulnerabilities.</summary>
internal sealed class ImagesNotScanned : Rule
{
    public override string Id => "ARCH2015";

    public override string Title => "Images are not scanned";

    public override string Message => "Images in {0} are not scanned when they are pushed: known vulnerabilities go unnoticed into production. Remove ScanOnPush = false.";

    public override string Description => "A scan at each push tells of known vulnerabilities before an image runs.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["ECR.1", "CKV_AWS_163", "AWS-0030", "W79", "CT.ECR.PR.2"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from repository in architecture.Topology.Components.OfType<ImageRepository>()
        where !repository.ScanOnPush
        select new Finding(
            Id,
            new Place(repository.OriginOf(nameof(EcrAttribute.ScanOnPush)), Cure.RemoveArgument),
            EquatableArray.Of(architecture.NameOf(repository.Path)),
            []);
}

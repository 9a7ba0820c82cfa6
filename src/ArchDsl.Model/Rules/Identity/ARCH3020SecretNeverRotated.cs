namespace ArchDsl.Model;

/// <summary>A secret is never rotated.</summary>
internal sealed class SecretNeverRotated : Rule
{
    public override string Id => "ARCH3020";

    public override string Title => "A secret is never rotated";

    public override string Message => "{0} never rotated: what leaks once is good for ever. Once the application can take a new value while it runs, add a rotation schedule in the hook Created.";

    public override string Description => "Rotation ends the use of a secret that leaked unnoticed. It needs the help of the application, which has to fetch the new value.";

    public override Severity Severity => Severity.Info;

    public override IReadOnlyList<string> KnownAs =>
        ["SecretsManager.1", "AwsSolutions-SMG4", "NIST.800.53.R5-SecretsManagerRotationEnabled", "CKV2_AWS_57", "CKV_AWS_304"];

    // A schedule comes through a hook, so that nothing is known of a class that has one.
    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from component in architecture.Topology.Components
        where !component.Hooked
        let name = architecture.NameOf(component.Path)
        let subject = component switch
        {
            Secret => $"{name} is",
            DatabaseInstance => $"The password of {name} is",
            CacheReplicationGroup { Auth: true } => $"The token of {name} is",
            _ => null,
        }
        where subject is not null
        select At(component.Origin, subject);
}

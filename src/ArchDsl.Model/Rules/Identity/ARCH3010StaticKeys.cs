namespace ArchDsl.Model;

/// <summary>A component is given static AWS keys.</summary>
internal sealed class StaticKeys : Rule
{
    /// <summary>The variables from which every AWS SDK takes keys.</summary>
    internal static readonly HashSet<string> Variables = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

    public override string Id => "ARCH3010";

    public override string Title => "Static AWS keys";

    public override string Message => "{0} is given static AWS keys in {1}: they never expire, and whoever reads them once has them. Its role already permits what its edges say; remove the keys.";

    public override string Description => "Code on AWS gets short-lived credentials from its role; keys of a user are stolen from environments, logs and dumps, and work from everywhere.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["ECS.8", "AwsSolutions-ECS2", "CKV_AWS_45", "CKV_AWS_46", "AWS-0036", "CT.ECS.PR.12"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from component in architecture.Topology.Components
        let keys = architecture.Topology.EnvironmentOf(component.Path)
            .Where(e => Variables.Contains(e.Name) && !architecture.IsToldBy<PlaintextSecret>(e.Origin.At(nameof(EnvAttribute.Value)))).ToList()
        where keys.Count > 0
        select new Finding(
            Id,
            new Place(keys[0].Origin, Cure.RemoveAttribute),
            EquatableArray.Of(architecture.NameOf(component.Path), string.Join(" and ", keys.Select(static k => k.Name))),
            keys.Skip(1).Select(static k => new Place(k.Origin, Cure.RemoveAttribute)).ToEquatableArray());
}

namespace ArchDsl.Model;

/// <summary>A secret stands in the source as a plain variable.</summary>
internal sealed class PlaintextSecret : Rule
{
    public override string Id => "ARCH3011";

    public override string Title => "A secret in a plain variable";

    public override string Message => "{0} gets {1} in plain text: it looks like {2}, and stands in the source, the template and the console for everybody who may look. Change the secret, keep it in a class with [Secret], and pass it with [InjectSecret<T>(\"{1}\")].";

    public override string Description => "Whatever stands in a template is in the repository, in every build log and in the console of everybody with read access, and stays there when it is changed.";

    public override Severity Severity => Severity.Error;

    public override IReadOnlyList<string> KnownAs => ["AwsSolutions-ECS2", "CKV_AWS_46", "AWS-0036", "CT.ECS.PR.12"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from variable in architecture.Topology.Environment
        let secret = variable.Value is LiteralValue literal ? PlainSecret.Of(variable.Name, literal.Text) : null
        where secret is not null
        select new Finding(
            Id,
            new Place(variable.Origin.At(nameof(EnvAttribute.Value))),
            EquatableArray.Of(architecture.NameOf(variable.Component), variable.Name, StaticKeys.Variables.Contains(variable.Name) ? "a static AWS key, which its role makes needless" : secret),
            []);
}

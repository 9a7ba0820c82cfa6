namespace ArchDsl.Model;

/// <summary>Two stages give a resource the same name, in a place where AWS has it once.</summary>
internal sealed class NameOfTwoStages : Rule
{
    public override string Id => "ARCH4061";

    public override string Title => "Two stages share a name";

    public override string Message => "{0} is called '{1}' in the stage {2} too, and AWS has such a name once in {3}: the second stage cannot be deployed. Write a name for each stage, with Stage = \"...\", or leave it out{4}.";

    public override string Description => "Names of resources stay as written in each stage. Where AWS keeps a name for one resource alone, whichever stage is deployed second fails.";

    public override Severity Severity => Severity.Warning;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from name in architecture.Topology.SharedNames
        where !architecture.IsHooked(name.Node)
        select At(
            name.Origin,
            architecture.NameOf(name.Node),
            name.Text,
            name.Stage,
            name.Scope switch
            {
                NameScope.World => "all accounts",
                NameScope.Account => "an account",
                _ => "an account and region",
            },
            name.Scope == NameScope.World ? "" : ", or give the stages accounts of their own, [Stage(\"...\", Account = \"...\")]");
}

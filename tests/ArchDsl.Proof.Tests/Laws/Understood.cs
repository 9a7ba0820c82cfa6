namespace ArchDsl.Proof.Tests.Laws;

/// <summary>The reader understands the template in full; else the other laws would prove nothing.</summary>
internal sealed class Understood : Law
{
    public override IEnumerable<string> Check(Synthesized one) =>
        one.Reach.Unknowns.Concat(one.Intent.Things.Where(thing => one.Find(thing.Path, thing.ResourceType) is null).Select(thing => $"{thing.Path} became no {thing.ResourceType}"));
}

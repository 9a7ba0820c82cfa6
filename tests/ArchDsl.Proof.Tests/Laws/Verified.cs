using ArchDsl.Cli.Verification;
using ArchDsl.Model;

namespace ArchDsl.Proof.Tests.Laws;

/// <summary><c>archdsl verify</c> finds no difference in a template that nobody changed, and nothing that it does not read.</summary>
internal sealed class Verified : Law
{
    public override IEnumerable<string> Check(Synthesized one)
    {
        if (ManifestBuilder.Build([one.Analyzed], default) is not { } manifest)
        {
            return ["There is no manifest."];
        }

        manifest = manifest with { Sources = one.Analyzed.Declaration.Root.SelfAndDescendants().Select(node => new ManifestSource(node.Path.Value, "Case.cs", 1)).ToEquatableArray() };
        StackTemplate stack = new("Case.template.json", one.Template, _ => null, manifest);
        return new Verifier(manifest, manifest.Stages[0], stack).Differences().Select(difference => difference.Text).Concat(Unread.Of(stack));
    }
}

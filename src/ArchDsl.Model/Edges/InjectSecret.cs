namespace ArchDsl
{
    using ArchDsl.Model;

    /// <summary>The common part of <see cref="InjectSecretAttribute{T}"/>.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public abstract class InjectSecretAttribute : ModifierAttribute
    {
        private protected InjectSecretAttribute(string variable) => Variable = variable;

        /// <summary>The environment variable that takes the secret.</summary>
        public string Variable { get; }

        /// <summary>
        /// The JSON key in the secret, without colon, 65,536 characters at most
        /// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html">AWS</see>).
        /// Default: the whole secret.
        /// </summary>
        public string? Field { get; set; }

        /// <summary>Whether the code may also read the secret while it runs. Default: false.</summary>
        public bool AtRuntime { get; set; }

        internal override string Identity => Variable;
    }

    /// <summary>Injects a secret as an environment variable, by reference: its text stands in no template.</summary>
    /// <typeparam name="T">A class with <see cref="SecretAttribute"/>.</typeparam>
    /// <param name="variable">
    /// The name of the environment variable, without equals sign, 32,768 characters at most
    /// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html">AWS</see>).
    /// </param>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class InjectSecretAttribute<T>(string variable) : InjectSecretAttribute(variable);
}

namespace ArchDsl.Model
{
    /// <summary>Lowers <c>[InjectSecret&lt;T&gt;]</c>.</summary>
    internal sealed class InjectSecret : EdgeKind<InjectSecretAttribute>
    {
        protected override void Lower(Component source, Node node, Written<InjectSecretAttribute> written, LoweringContext context)
        {
            if (context.Target(written) is not { } target)
            {
                return;
            }

            if (target is not Secret)
            {
                context.Report<UnsupportedEdge>(written.Origin, written.Declaration.DisplayName, $"{context.Describe(target)}, not a secret; point it at a class with [Secret]");
                return;
            }

            context.InjectSecret(source, target, written.Attribute.Field, written.Attribute.Variable, written.Origin);
            context.Edges.Add(new Edge(source.Path, target.Path, null, written.Origin));
            if (written.Attribute.AtRuntime)
            {
                context.GrantSecret(source, Principal.Runtime, target, written.Origin);
            }
        }
    }
}

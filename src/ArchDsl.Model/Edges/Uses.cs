namespace ArchDsl
{
    using ArchDsl.Model;

    /// <summary>The common part of <see cref="UsesAttribute{T}"/>.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public abstract class UsesAttribute : ModifierAttribute
    {
        private protected UsesAttribute(Access access) => Access = access;

        /// <summary>What the class may do with the other one. Default: <see cref="Access.Read"/>.</summary>
        public Access Access { get; set; }

        /// <summary>
        /// Renames the injected environment variable, or the common prefix where there are several: 32,768 characters at most, without equals
        /// sign (<see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html">AWS</see>). Default: for a
        /// database <c>DB</c> (<c>DB_HOST</c> and so on), for others a name made from the target's class name.
        /// </summary>
        public string? Env { get; set; }

        /// <summary>
        /// Whether the code may also read the credentials while it runs. Default: false; then only the role that starts the task
        /// reads them, to inject them.
        /// </summary>
        public bool AtRuntime { get; set; }
    }

    /// <summary>
    /// Declares that the code of this class uses another component, and wires all that it needs: security group rules on both sides,
    /// permissions, environment variables and secret references.
    /// </summary>
    /// <typeparam name="T">The component that is used.</typeparam>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class UsesAttribute<T> : UsesAttribute
    {
        /// <summary>Uses a component with read access.</summary>
        public UsesAttribute()
            : base(Access.Read)
        {
        }

        /// <summary>Uses a component.</summary>
        /// <param name="access">What the class may do with it.</param>
        public UsesAttribute(Access access)
            : base(access)
        {
        }
    }

    /// <summary>What an edge permits.</summary>
    [Flags]
    public enum Access
    {
        /// <summary>Nothing.</summary>
        None = 0,

        /// <summary>Read and list.</summary>
        Read = 1,

        /// <summary>Create and change.</summary>
        Write = 2,

        /// <summary>Read, list, create and change.</summary>
        ReadWrite = Read | Write,

        /// <summary>Delete.</summary>
        Delete = 4,
    }
}

namespace ArchDsl.Model
{
    /// <summary>Lowers <c>[Uses&lt;T&gt;]</c>: the kind of the target knows what it takes.</summary>
    internal sealed class Uses : EdgeKind<UsesAttribute>
    {
        protected override void Lower(Component source, Node node, Written<UsesAttribute> written, LoweringContext context)
        {
            if (context.Target(written) is { } target && !Kind.Of(target).UsedBy(source, target, written, context))
            {
                context.Report<UnsupportedEdge>(written.Origin, written.Declaration.DisplayName, $"{context.Describe(target)}, which {node.Name} cannot use; point it at what answers code that runs, such as a database or a bucket");
            }
        }
    }
}

using System.Collections.Immutable;
using Ethics.Crm.Policy;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>One constant: <c>Purposes.MarketingEmail = "marketing.email"</c>.</summary>
internal sealed record PolicyConstant(string ClassName, string Identifier, string Value);

/// <summary>Two or more names that would be one constant: the first of them is emitted, and ECRM1003 names all.</summary>
internal sealed record ConstantCollision(string ClassName, string Identifier, ImmutableArray<string> Values);

/// <summary>The constants that the generator makes of a policy, in both directions.</summary>
internal class PolicyConstants
{
    public static readonly PolicyConstants None = new(null);

    private readonly Dictionary<(string Class, string Identifier), string> values = [];

    /// <param name="document">Also a partial one: a typing error in the policy must not undefine every name. Null gives no constants.</param>
    public PolicyConstants(PolicyDocument? document)
    {
        var all = ImmutableArray.CreateBuilder<PolicyConstant>();
        var collisions = ImmutableArray.CreateBuilder<ConstantCollision>();
        if (document is not null)
        {
            Add(ConstantNames.Purposes, document.Purposes.Keys);
            Add(ConstantNames.Categories, document.Categories.Keys);
            Add(ConstantNames.Recipients, document.Recipients.Keys);
        }

        All = all.ToImmutable();
        Collisions = collisions.ToImmutable();

        void Add(string className, IEnumerable<string> names)
        {
            foreach (var group in names.GroupBy(name => ConstantNames.Of(name, className), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                // The first stands for what the compiler will see, so that a guard and the rules resolve it alike.
                var same = group.OrderBy(name => name, StringComparer.Ordinal).ToImmutableArray();
                if (same.Length > 1)
                {
                    collisions.Add(new ConstantCollision(className, group.Key, same));
                }

                all.Add(new PolicyConstant(className, group.Key, same[0]));
                values[(className, group.Key)] = same[0];
            }
        }
    }

    /// <summary>Class by class, each in ordinal order.</summary>
    public ImmutableArray<PolicyConstant> All { get; }

    public ImmutableArray<ConstantCollision> Collisions { get; }

    /// <summary>The name in the policy that a constant stands for; null when there is no such constant.</summary>
    public virtual string? Find(string className, string identifier) => values.TryGetValue((className, identifier), out var value) ? value : null;
}

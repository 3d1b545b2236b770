using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

internal sealed partial class Body
{
    /// <summary>Members that can be reached: those of variables, of the object itself, static ones, and one step further.</summary>
    private IEnumerable<Reachable> Members()
    {
        var roots = variables.Where(static variable => variable.Type is ClassType).Select(static variable => (((ClassType)variable.Type).Name, (Func<Expression?>)(() => new Local(variable.Name, variable.Type))));
        if (self is not null)
            roots = roots.Append((self.Name, () => new Self(self.Name)));
        foreach (var (owner, target) in roots)
        {
            foreach (var reachable in Of(owner, target))
                yield return reachable;
        }

        foreach (var type in draft.Classes)
        {
            foreach (var member in type.Members.Where(static member => member.IsStatic))
            {
                yield return new(static () => null, type.Name, member);
                if (member.Type is ClassType further)
                {
                    foreach (var reachable in Direct(further.Name, new Reachable(static () => null, type.Name, member).Load))
                        yield return reachable;
                }
            }
        }
    }

    private IEnumerable<Reachable> Of(string owner, Func<Expression?> target)
    {
        foreach (var reachable in Direct(owner, target))
        {
            yield return reachable;
            if (reachable.Member.Type is ClassType further)
            {
                foreach (var inner in Direct(further.Name, reachable.Load))
                    yield return inner;
            }
        }
    }

    private IEnumerable<Reachable> Direct(string owner, Func<Expression?> target) =>
        (draft.Classes.FirstOrDefault(type => type.Name == owner)?.Members ?? self?.Members ?? [])
            .Where(static member => !member.IsStatic).Select(member => new Reachable(target, owner, member));

    /// <param name="Target">Makes the object that has it, anew for each use; yields null for a static member.</param>
    private sealed record Reachable(Func<Expression?> Target, string Owner, MemberModel Member)
    {
        public Load Load() => new(Target(), Owner, Member.Name, Member.Type);
    }
}

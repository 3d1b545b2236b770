using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>Takes away what nothing uses: methods that are not called, members that are not accessed, classes and interfaces without either.</summary>
internal static class Pruning
{
    public static ProgramModel Pruned(ProgramModel program)
    {
        for (var before = program; ; before = program)
        {
            program = Once(program);
            if (program.Methods.Count() == before.Methods.Count() && program.Classes.Length == before.Classes.Length && MemberCount(program) == MemberCount(before))
                return program;
        }
    }

    private static ProgramModel Once(ProgramModel program)
    {
        // Methods of one interface share their name, and stay or go together.
        var called = Reached(program);
        var accessed = program.Methods.Where(method => called.Contains(method.Name)).SelectMany(static method => method.Body).SelectMany(Names).ToHashSet(StringComparer.Ordinal);
        var classes = program.Classes.Select(type => type with
        {
            Methods = [.. type.Methods.Where(method => called.Contains(method.Name))],
            // What is deconstructed needs all of its members.
            Members = type.IsRecord ? type.Members : [.. type.Members.Where(member => accessed.Contains(member.Name))],
        }).ToImmutableArray();
        var used = classes.SelectMany(static type => type.Methods.SelectMany(static m => m.Parameters.Select(static p => p.Type).Append(m.Returns)).Concat(type.Members.Select(static m => m.Type)).SelectMany(TypeNames))
            .Concat(accessed).ToHashSet(StringComparer.Ordinal);
        bool IsUsed(ClassModel type) => used.Contains(type.Name) || !type.Methods.IsEmpty || type.Implements is { } name && used.Contains(name);
        return new([.. program.Interfaces.Where(type => used.Contains(type.Name) || called.Contains(type.Method))], [.. classes.Where(IsUsed)]);
    }

    private static int MemberCount(ProgramModel program) => program.Classes.Sum(static type => type.Members.Length);

    private static HashSet<string> Reached(ProgramModel program)
    {
        HashSet<string> reached = [];
        // A class implements its interface also where nobody calls it.
        var implemented = program.Expressions().OfType<Upcast>().Select(static upcast => upcast.Interface)
            .Concat(program.Methods.SelectMany(static method => method.Parameters.Select(static p => p.Type).Append(method.Returns)).Concat(program.Classes.SelectMany(static c => c.Members).Select(static m => m.Type)).SelectMany(TypeNames))
            .ToHashSet(StringComparer.Ordinal);
        Queue<string> open = new([ProgramModel.Entry, .. program.Interfaces.Where(type => implemented.Contains(type.Name)).Select(static type => type.Method)]);
        while (open.TryDequeue(out var name))
        {
            if (reached.Add(name))
            {
                foreach (var call in program.Methods.Where(method => method.Name == name).SelectMany(static method => method.Body).SelectMany(Nodes.Within).OfType<Call>())
                    open.Enqueue(call.Method);
            }
        }

        return reached;
    }

    /// <summary>Members and classes that a statement names.</summary>
    private static IEnumerable<string> Names(Statement statement) =>
    [
        .. Nodes.Within(statement).SelectMany(static expression => expression switch
        {
            Load load => (IEnumerable<string>)[load.Member, load.Owner],
            Create create => [create.Class, .. create.Initials.Select(static initial => initial.Member)],
            With { Type: ClassType record } with => [record.Name, .. with.Changes.Select(static change => change.Member)],
            Match match => [match.Owner, match.Member],
            Call call => [call.Owner],
            Upcast upcast => [upcast.Interface],
            _ => [],
        }),
        .. Nodes.StatementsWithin(statement).OfType<Store>().SelectMany(static store => new[] { store.Member, store.Owner }),
        .. Nodes.StatementsWithin(statement).OfType<IfMatch>().SelectMany(static match => new[] { match.Member, match.Owner }),
    ];

    private static IEnumerable<string> TypeNames(ModelType type) => type switch
    {
        ClassType named => [named.Name],
        InterfaceType named => [named.Name],
        ListType list => TypeNames(list.Element),
        ArrayType array => TypeNames(array.Element),
        TableType table => TypeNames(table.Value),
        PairType pair => [.. TypeNames(pair.First), .. TypeNames(pair.Second)],
        PromiseType promise => TypeNames(promise.Result),
        _ => [],
    };
}

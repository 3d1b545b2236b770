using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

internal sealed partial class Body
{
    /// <summary>Makes the objects, then calls the methods, most of them at least once, with the same objects, so that what one leaves in them another may find.</summary>
    public ImmutableArray<Statement> WriteEntry()
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        if (Has(Construct.Locals))
        {
            foreach (var type in draft.Classes.Where(static type => type.Implements is null && type.Members.Any(static member => !member.IsStatic)))
                statements.Add(Declared(new Create(type.Name, [])));
        }

        // Each of the others at most once, between the planned ones.
        var calls = new Queue<(ClassModel, MethodModel)>(draft.Planned);
        var others = draft.Callable.Except(draft.Planned).ToList();
        for (var more = Choices.Between(1, 3); more > 0 || calls.Count > 0;)
        {
            if (calls.Count > 0 && Choices.Chance(50))
            {
                Called(calls.Dequeue());
            }
            else if (more-- > 0 && others.Count > 0)
            {
                var at = Choices.Below(others.Count);
                Called(others[at]);
                others.RemoveAt(at);
            }
            else if (calls.Count > 0)
            {
                Called(calls.Dequeue());
            }
        }

        void Called((ClassModel Owner, MethodModel Method) callee)
        {
            var call = Call(callee.Owner, callee.Method, 1);
            statements.Add(callee.Method.Returns == ModelType.Nothing || !Has(Construct.Locals) ? new Evaluate(Awaited(call)) : Declared(Choices.Chance(70) ? Awaited(call) : call));
        }

        return statements.ToImmutable();
    }
}

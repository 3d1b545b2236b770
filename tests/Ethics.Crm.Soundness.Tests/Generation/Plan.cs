using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>
/// A way for a labelled value that chance alone would seldom find: a method puts it somewhere, another takes it from there. What else happens to the place between the two,
/// and what the two work for, is left to chance, so that some of these ways are wrong and others are not.
/// </summary>
/// <param name="Person">The class whose labelled member it is about.</param>
/// <param name="Holder">The class of the place.</param>
internal sealed record Plan(ClassModel Person, MemberModel Source, ClassModel Holder, MemberModel Place)
{
    public ImmutableArray<Parameter> PutParameters(Draft draft) => Place.IsStatic
        ? [new(draft.Name("p"), new ClassType(Person.Name))]
        : [new(draft.Name("p"), new ClassType(Person.Name)), new(draft.Name("p"), new ClassType(Holder.Name))];

    public ImmutableArray<Parameter> TakeParameters(Draft draft) => Place.IsStatic ? [] : [new(draft.Name("p"), new ClassType(Holder.Name))];
}

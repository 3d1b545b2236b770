using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Records, and methods that are written or called in a way of their own.</summary>
internal sealed partial class ProgramDecoder
{
    private void Card()
    {
        ImmutableArray<MemberModel> members = [.. Enumerable.Range(0, 2).Select(_ => new MemberModel(draft.Name("Part"), ModelType.Text, true, false, []))];
        draft.Classes.Add(new(draft.Name("Card"), null, [], members, []) { IsRecord = true });
    }

    private void Tools()
    {
        var canReturn = Has(Construct.Arguments) && Has(Construct.Returns);
        if (Has(Construct.Extensions) && canReturn && Choices.Chance(25))
            Extension();
        if (Has(Construct.Operators) && canReturn && (Has(Construct.Fields) || Has(Construct.Properties)) && Choices.Chance(25))
            Note();
        if (Has(Construct.Recursion) && canReturn && Has(Construct.Branches) && Choices.Chance(25))
            Again();
        if (Has(Construct.ArgumentForms) && canReturn && Choices.Chance(25))
            Gathering();
        if (Has(Construct.References) && Has(Construct.Arguments) && Has(Construct.Assignments) && Choices.Chance(30))
            Referring();
        if (Has(Construct.Exceptions) && Has(Construct.Arguments) && Choices.Chance(25))
            Throwing();
        if (Has(Construct.Finally) && canReturn && Has(Construct.Assignments) && Has(Construct.Branches) && Has(Construct.Locals) && Choices.Chance(20))
            Ending();
        if (Has(Construct.Iterators) && canReturn && Choices.Chance(35))
            Iterating();
        if (Has(Construct.ReferenceReturns) && Has(Construct.References) && canReturn && Choices.Chance(35))
            Lending();
    }

    private Parameter Taking(ModelType type) => new(draft.Name("p"), type);

    /// <summary>Text, or an object with members.</summary>
    private ModelType Some() => Choices.Chance(60) ? ModelType.Text : new ClassType(Choices.Of(draft.Data.ToList()).Name);

    private void Extension()
    {
        var purposes = Declaration();
        ImmutableArray<Parameter> parameters = [Taking(Some()), .. Choices.Chance(40) ? [Taking(Some())] : Enumerable.Empty<Parameter>()];
        var body = new Body(draft, null, purposes, false).Write(parameters, Choices.Between(0, 1), ModelType.Text);
        AddMethods(draft.Name("Extensions"), null, purposes, [], [new(draft.Name("Do"), parameters, ModelType.Text, [], false, false, true, body) { Form = MethodForm.Extension }]);
    }

    /// <summary>A class with a text, an operator, and conversions.</summary>
    private void Note()
    {
        var (name, purposes) = (draft.Name("Note"), Declaration());
        var isProperty = Has(Construct.Properties) && (!Has(Construct.Fields) || Choices.Chance(50));
        ImmutableArray<MemberModel> members = [new(draft.Name("Held"), ModelType.Text, isProperty, false, [])];
        var type = new ClassType(name);
        // Known from here on, so that the methods can make one.
        draft.Classes.Add(new(name, null, purposes, members, []));
        var methods = ImmutableArray.CreateBuilder<MethodModel>();
        var other = Choices.Chance(50) ? ModelType.Text : type;
        methods.Add(Method(MethodForm.Operator, [Taking(type), Taking(other)], Choices.Chance(60) ? ModelType.Text : type));
        if (Choices.Chance(50))
            methods.Add(Method(MethodForm.ToText, [Taking(type)], ModelType.Text));
        if (Choices.Chance(50))
            methods.Add(Method(MethodForm.FromText, [Taking(ModelType.Text)], type));
        draft.Classes.RemoveAt(draft.Classes.Count - 1);
        AddMethods(name, null, purposes, members, methods.ToImmutable());

        MethodModel Method(MethodForm form, ImmutableArray<Parameter> parameters, ModelType returns)
        {
            var body = new Body(draft, null, purposes, false).WriteOperator(parameters, type, members[0], returns);
            return new(draft.Name("Op"), parameters, returns, [], false, false, true, body) { Form = form };
        }
    }

    /// <summary>A method that calls itself, or two that call each other.</summary>
    private void Again()
    {
        var purposes = Declaration();
        var isMutual = Choices.Chance(40);
        var (owner, first) = (draft.Name("Counter"), draft.Name("Do"));
        var second = isMutual ? draft.Name("Do") : first;
        ModelType[] types = [ModelType.Number, ModelType.Text, .. Choices.Chance(40) ? [Some()] : Enumerable.Empty<ModelType>()];
        MethodModel Method(string name, string next)
        {
            ImmutableArray<Parameter> parameters = [.. types.Select(Taking)];
            return new(name, parameters, ModelType.Text, [], false, false, true, new Body(draft, null, purposes, false).WriteAgain(parameters, owner, next, Choices.Between(0, 1)));
        }

        AddMethods(owner, null, purposes, [], isMutual ? [Method(first, second), Method(second, first)] : [Method(first, first)]);
    }

    /// <summary>A method whose last arguments are gathered, or may be left out.</summary>
    private void Gathering()
    {
        var purposes = Declaration();
        var last = Has(Construct.Arrays) && Choices.Chance(60) ? Taking(ModelType.Texts) with { IsParams = true } : Taking(ModelType.Text) with { IsOptional = true };
        ImmutableArray<Parameter> parameters = [Taking(ModelType.Text), last];
        var body = new Body(draft, null, purposes, false).Write(parameters, Choices.Between(0, 1), ModelType.Text);
        AddMethods(draft.Name("Service"), null, purposes, [], [new(draft.Name("Do"), parameters, ModelType.Text, [], false, false, true, body)]);
    }

    private void Referring()
    {
        var purposes = Declaration();
        ImmutableArray<Parameter> parameters =
        [
            .. Enumerable.Range(0, Choices.Between(0, 2)).Select(_ => Taking(Some())),
            Taking(ModelType.Text) with { By = Choices.Chance(50) ? Passing.Out : Passing.Reference },
        ];
        var body = new Body(draft, null, purposes, false).WriteReferring(parameters);
        Hidden(draft.Referring, purposes, new(draft.Name("Do"), parameters, ModelType.Nothing, [], false, false, true, body));
    }

    private void Throwing()
    {
        var purposes = Declaration();
        ImmutableArray<Parameter> parameters = [.. Enumerable.Range(0, Choices.Between(1, 2)).Select(_ => Taking(Some()))];
        var body = new Body(draft, null, purposes, false).WriteThrow(parameters);
        Hidden(draft.Throwing, purposes, new(draft.Name("Fail"), parameters, ModelType.Nothing, [], false, false, true, body));
    }

    private void Ending()
    {
        var purposes = Declaration();
        ImmutableArray<Parameter> parameters = [.. Enumerable.Range(0, Choices.Between(1, 2)).Select(_ => Taking(Some()))];
        var body = new Body(draft, null, purposes, false).WriteEnding(parameters);
        AddMethods(draft.Name("Service"), null, purposes, [], [new(draft.Name("Do"), parameters, ModelType.Text, [], false, false, true, body)]);
    }

    private void Iterating()
    {
        var purposes = Declaration();
        var places = draft.Data.Where(static type => !type.IsRecord).SelectMany(static type => type.Members.Where(static member => member is { Type: TextType, IsLabelled: false }).Select(member => (Holder: type, Member: member))).ToList();
        var isLate = places.Count > 0 && Choices.Chance(60);
        var (holder, member) = isLate ? Choices.Of(places) : default;
        ImmutableArray<Parameter> parameters =
        [
            .. isLate ? [Taking(new ClassType(holder.Name))] : Enumerable.Empty<Parameter>(),
            .. Enumerable.Range(0, Choices.Between(isLate ? 0 : 1, isLate ? 1 : 2)).Select(_ => Taking(Some())),
        ];
        Expression Late() => new Load(new Local(parameters[0].Name, parameters[0].Type), holder.Name, member.Name, ModelType.Text);
        var body = new Body(draft, null, purposes, false).WriteIterator(parameters, isLate ? Late : null);
        Hidden(draft.Iterating, purposes, new(draft.Name("All"), parameters, ModelType.Sequence, [], false, false, true, body));
        if (isLate)
            draft.Late.Add((draft.Iterating[^1], holder, member));
    }

    private void Lending()
    {
        var types = draft.Data.Where(type => !type.IsRecord && type.Members.Any(Body.CanBeLent)).Select(static type => (ModelType)new ClassType(type.Name)).Concat(Has(Construct.Arrays) ? [ModelType.Texts] : []).ToList();
        if (types.Count == 0)
            return;
        var purposes = Declaration();
        ImmutableArray<Parameter> parameters = [.. Enumerable.Range(0, Choices.Between(1, 2)).Select(_ => Taking(Choices.Of(types)))];
        var body = new Body(draft, null, purposes, false).WriteLending(parameters);
        Hidden(draft.Lending, purposes, new(draft.Name("Place"), parameters, ModelType.Text, [], false, false, true, body) { ReturnsReference = true });
    }

    /// <summary>Not called just anywhere.</summary>
    private void Hidden(List<(ClassModel, MethodModel)> where, ImmutableArray<string> purposes, MethodModel method)
    {
        AddMethods(draft.Name("Service"), null, purposes, [], [method], callable: false);
        where.Add((draft.Classes[^1], method));
    }
}

using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Programs whose services call helpers that work for the same purpose, and can be written out where they are called.</summary>
internal sealed partial class ProgramDecoder
{
    public static ProgramModel DecodeWithHelpers(int[] choices, Repertoire repertoire) => new ProgramDecoder(new(choices), repertoire).ProgramWithHelpers();

    private ProgramModel ProgramWithHelpers()
    {
        draft.Purposes = [.. Interpretation.Purposes.All.Skip(Choices.Below(3)).Take(2)];
        Repeat(1, 2, Person);
        if (Has(Construct.Records) && Choices.Chance(40))
            Card();
        Repeat(1, 2, Box);
        foreach (var purpose in draft.Purposes)
        {
            List<(ClassModel Owner, MethodModel Method)> helpers = [];
            for (var i = Choices.Between(1, 2); i > 0; i--)
                helpers.Add(Calling("Helper", [purpose], helpers, [.. Enumerable.Range(0, Choices.Between(1, 3)).Select(_ => Taking(HandedToHelpers()))], Choices.Chance(70) ? ModelType.Text : ModelType.Nothing));
            for (var i = Choices.Between(1, 2); i > 0; i--)
                draft.Planned.Add(Calling("Service", [purpose], helpers, [.. draft.Data.Select(type => Taking(new ClassType(type.Name)))], ModelType.Nothing));
        }

        Entry();
        return Pruning.Pruned(new([.. draft.Interfaces], [.. draft.Classes]));
    }

    private ModelType HandedToHelpers()
    {
        var types = new Options<ModelType>();
        types.Add(5, () => ModelType.Text);
        foreach (var type in draft.Data.ToList())
            types.Add(4, () => new ClassType(type.Name));
        types.AddIf(Has(Construct.Arrays), 1, () => ModelType.Texts);
        types.AddIf(Has(Construct.Lists), 1, () => new ListType(ModelType.Text));
        types.AddIf(Has(Construct.Builders), 1, () => ModelType.Builder);
        return types.Pick(Choices);
    }

    private (ClassModel, MethodModel) Calling(string kind, ImmutableArray<string> purposes, IReadOnlyList<(ClassModel, MethodModel)> helpers, ImmutableArray<Parameter> parameters, ModelType returns)
    {
        var body = new Body(draft, null, purposes, false).WriteCalling(parameters, helpers, Choices.Between(1, 3), returns);
        MethodModel method = new(draft.Name("Do"), parameters, returns, [], false, false, true, body);
        AddMethods(draft.Name(kind), null, purposes, [], [method], callable: false);
        return (draft.Classes[^1], method);
    }
}

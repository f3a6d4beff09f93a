package org.articlerecommender.bench;

import java.util.List;

/** A field of the invented articles: its category and the words its papers are made of. */
record Topic(String category, List<String> things, List<String> methods, List<String> aims) {

    static final List<Topic> ALL = List.of(
            topic(
                    "cs.IR",
                    "query logs|document rankers|sparse retrievers|click models|passage indexes|recommendation slates",
                    "late interaction|negative mining|learned sparse expansion|counterfactual weighting|rank fusion",
                    "recall at low cost|position bias|cold-start readers|long-tail queries|index freshness"),
            topic(
                    "cs.LG",
                    "gradient estimates|deep networks|loss landscapes|training curricula|tabular encoders|optimisers",
                    "second-order preconditioning|weight averaging|implicit regularisation|sharpness control|distillation",
                    "generalisation under shift|stable convergence|sample efficiency|calibrated uncertainty|sparsity"),
            topic(
                    "cs.CL",
                    "language models|dialogue agents|morphological analysers|translation memories|summarisers|parsers",
                    "prompt tuning|constrained decoding|contrastive pre-training|retrieval augmentation|self-consistency",
                    "factual faithfulness|low-resource languages|long contexts|dialect robustness|fluent paraphrase"),
            topic(
                    "cs.AI",
                    "planning agents|knowledge graphs|constraint solvers|belief states|causal diagrams|game trees",
                    "abductive search|monte carlo rollouts|answer set programming|symbolic regression|option discovery",
                    "provable safety|explanation quality|open-world reasoning|partial observability|anytime behaviour"),
            topic(
                    "cs.CV",
                    "image segmenters|point clouds|video transformers|depth maps|radiance fields|object detectors",
                    "masked reconstruction|feature pyramids|cross-view attention|test-time adaptation|patch merging",
                    "occluded scenes|night-time footage|fine-grained classes|annotation thrift|edge deployment"),
            topic(
                    "cs.RO",
                    "legged robots|grasp planners|tactile sensors|swarm controllers|underwater vehicles|surgical arms",
                    "model predictive control|imitation from video|contact-implicit optimisation|residual policies|visual servoing",
                    "rough terrain|deformable objects|human proximity|battery limits|simulator gaps"),
            topic(
                    "cs.DB",
                    "query optimisers|write-ahead logs|columnar stores|stream joins|learned indexes|transaction managers",
                    "cardinality sketches|adaptive compaction|vectorised execution|snapshot isolation|lock-free hashing",
                    "tail latency|skewed workloads|elastic scaling|crash recovery|multi-tenant fairness"),
            topic(
                    "cs.CR",
                    "authentication protocols|smart contracts|side channels|malware families|enclaves|key exchanges",
                    "differential fuzzing|zero-knowledge arguments|taint tracking|lattice reductions|secret sharing",
                    "post-quantum security|private aggregation|supply-chain attacks|forward secrecy|audit trails"),
            topic(
                    "stat.ML",
                    "gaussian processes|hidden confounders|survival curves|bandit policies|mixture posteriors|conformal sets",
                    "variational inference|kernel embeddings|doubly robust estimation|stein discrepancies|bootstrap aggregation",
                    "finite-sample coverage|heavy-tailed noise|high dimensions|missing data|fair allocation"),
            topic(
                    "quant-ph",
                    "qubit arrays|error syndromes|photonic circuits|entangled channels|annealing schedules|quantum walks",
                    "surface codes|variational ansatzes|randomised benchmarking|tensor networks|dynamical decoupling",
                    "fault tolerance|shallow depth|readout fidelity|noise tailoring|resource estimates"),
            topic(
                    "astro-ph.GA",
                    "dwarf galaxies|stellar streams|molecular clouds|dark matter halos|globular clusters|accretion discs",
                    "spectral stacking|orbit integration|radiative transfer|weak lensing|bayesian photometry",
                    "star formation history|metal enrichment|tidal disruption|satellite counts|feedback energy"),
            topic(
                    "q-bio.NC",
                    "cortical columns|spike trains|memory engrams|place cells|basal ganglia|retinal circuits",
                    "two-photon imaging|optogenetic perturbation|point process models|connectome tracing|dimensionality reduction",
                    "working memory|motor learning|sensory adaptation|sleep consolidation|decision timing"));

    private static Topic topic(String category, String things, String methods, String aims) {
        return new Topic(category, words(things), words(methods), words(aims));
    }

    private static List<String> words(String listed) {
        return List.of(listed.split("\\|"));
    }
}
